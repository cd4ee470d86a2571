using System.Collections.Immutable;
using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>FP0106: a superseded user-profiles beta. Carries along which fields have to be renamed with it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SupersededBetaAnalyzer() : QueryAnalyzer(Descriptors.SupersededBeta)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        // Of two that contradict each other one has to go first, which is another rule's.
        foreach (var mention in reading.Levels.Where(level => !level.IsConflicting).SelectMany(level => level.Mentions))
        {
            if (mention.Known is { ChoosesShape: true, SupersededBy: not null } old)
                Check(mention, old, reading, report);
        }
    }

    private static void Check(BetaMention mention, KnownBeta old, MethodReading reading, Report report)
    {
        var library = report.Library;
        var next = library.Betas.Find(old.SupersededBy);
        var affected = new AffectedFields(mention, reading, report);
        var fix = ImmutableDictionary<string, string?>
            .Empty.Add(FixKeys.NextText, TextOf(next, mention))
            .Add(FixKeys.Paths, affected.PathsUnder(library.CurrentRevision))
            .Add(FixKeys.NextPaths, next is null ? null : affected.PathsUnder(next.Shape));
        var instead = old.SupersededBy!.Length == 0 ? "no user-profiles beta" : $"'{old.SupersededBy}', or none";
        report.At(mention.Location, fix, affected.Reads.Select(read => read.Location), old.Name, instead);
    }

    /// <summary>A beta in the manner in which the source names another.</summary>
    private static string? TextOf(KnownBeta? beta, BetaMention mention) =>
        beta is null ? null
        : mention.Operation.Syntax is MemberAccessExpressionSyntax member
        && mention.Operation is IPropertyReferenceOperation
            ? $"{member.Expression}.{beta.Member}"
        : $"\"{beta.Name}\"";
}
