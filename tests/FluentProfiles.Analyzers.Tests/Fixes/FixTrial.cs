using System.Text.RegularExpressions;
using FluentProfiles.Analyzers.Tests.Twin;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>Compiles and runs programs before and after their fixes, and says what is wrong with the fixes.</summary>
internal static class FixTrial
{
    private const string SameByOtherNames = "FP0106";

    // Another shape has other fields.
    private static readonly Regex FieldsOfShapes = new(
        "EnforcementStatus|AccessType|Programs|ExternalUserDetails|2026_09_04"
    );

    public static async Task<IReadOnlyList<string>> FaultsOfAsync(IReadOnlyList<AppliedFix> fixes, ProgramRuns runs)
    {
        List<string> faults = [];
        List<AppliedFix> sound = [];
        var reported = await ProgramFile.ReportedAsync(
            ProgramFile.Compile([.. fixes.Select(fix => fix.After)]),
            new NullSafeQuerySuppressor()
        );
        for (var index = 0; index < fixes.Count; index++)
        {
            var news = reported[index].Where(IsSerious).Select(one => one.Id).ToList();
            foreach (var known in fixes[index].Known)
                news.Remove(known);
            if (news.Count > 0)
                faults.Add($"{fixes[index]}\n    is reported: {string.Join(", ", news)}");
            else
                sound.Add(fixes[index]);
        }
        var before = await runs.OfAsync([.. sound.Select(ReferenceOf)]);
        var after = await runs.OfAsync([.. sound.Select(fix => fix.After)]);
        for (var index = 0; index < sound.Count; index++)
        {
            if (
                FaultOf(sound[index], before[index], after[index]) is not null
                && FaultOf(
                    sound[index],
                    await runs.AloneAsync(ReferenceOf(sound[index])),
                    await runs.AloneAsync(sound[index].After)
                )
                    is { } fault
            )
                faults.Add($"{sound[index]}\n    {fault}");
        }
        return faults;
    }

    public static bool IsSerious(Diagnostic found) =>
        found.Severity >= DiagnosticSeverity.Warning && found.Id.StartsWith("CS", StringComparison.Ordinal);

    /// <summary>What a program does before its fix. On a plain sequence a lambda takes what it can't take in a query.</summary>
    private static GeneratedProgram ReferenceOf(AppliedFix fix) =>
        fix.MendsCompilerError
            ? new(fix.Before.Statements.Replace("Query()", "Query().AsAsyncEnumerable()", StringComparison.Ordinal))
            : fix.Before;

    private static string? FaultOf(
        AppliedFix fix,
        IReadOnlyList<ProgramOutcome>? before,
        IReadOnlyList<ProgramOutcome>? after
    )
    {
        if (before is null || after is null)
            return null;
        for (var way = 0; way < Math.Min(before.Count, after.Count); way++)
        {
            if (FaultOf(fix, before[way], after[way]) is { } fault)
                return fault;
        }
        return null;
    }

    private static string? FaultOf(AppliedFix fix, ProgramOutcome before, ProgramOutcome after)
    {
        if (before.Failure is null && after.Failure is { } failure)
            return $"throws {failure.GetType().Name}: {failure.Message}";
        // A query skips a null, on which a plain sequence throws.
        if (fix.MendsCompilerError && before.Failure is NullReferenceException)
            return null;
        var promisesSame =
            fix.KeepsMeaning
            || fix.Id == SameByOtherNames && before.Failure is null && !FieldsOfShapes.IsMatch(fix.Before.Statements);
        if (promisesSame && Rendering.Of(before) is var first && Rendering.Of(after) is var second && first != second)
            return $"gives {second}\n    instead of {first}";
        return fix is { KeepsMeaning: true, MendsCompilerError: false } && after.Requests > before.Requests
            ? $"sends {after.Requests} requests instead of {before.Requests}"
            : null;
    }
}
