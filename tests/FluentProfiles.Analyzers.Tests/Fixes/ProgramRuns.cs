using System.Text.RegularExpressions;
using FluentProfiles.Analyzers.Tests.Twin;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>Runs programs of which some may not compile. One that writes has a service of its own.</summary>
internal sealed partial class ProgramRuns : IAsyncDisposable
{
    private readonly ProgramRunner shared;

    private ProgramRuns(ProgramRunner shared) => this.shared = shared;

    public static async Task<ProgramRuns> StartAsync() => new(await ProgramRunner.StartAsync());

    /// <summary>How each program ended, for each way that it goes; null for one that does not compile.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<ProgramOutcome>?>> OfAsync(IReadOnlyList<GeneratedProgram> programs)
    {
        var outcomes = new IReadOnlyList<ProgramOutcome>?[programs.Count];
        var errors = await ErrorsAsync(programs);
        var running = Enumerable.Range(0, programs.Count).Where(index => !errors.Contains(index)).ToList();
        var readers = running.Where(index => !Writes().IsMatch(programs[index].Statements)).ToList();
        foreach (var index in running.Except(readers))
            outcomes[index] = await AloneAsync(programs[index]);
        List<GeneratedProgram> together = [.. readers.Select(index => programs[index])];
        var ended = await shared.RunAsync(ProgramFile.Compile(together), together);
        for (var position = 0; position < readers.Count; position++)
            outcomes[readers[position]] = ended[position];
        return outcomes;
    }

    public async Task<IReadOnlyList<ProgramOutcome>?> AloneAsync(GeneratedProgram program)
    {
        if ((await ErrorsAsync([program])).Count > 0)
            return null;
        await using var own = await ProgramRunner.StartAsync();
        return (await own.RunAsync(ProgramFile.Compile([program]), [program]))[0];
    }

    public ValueTask DisposeAsync() => shared.DisposeAsync();

    private static async Task<HashSet<int>> ErrorsAsync(IReadOnlyList<GeneratedProgram> programs)
    {
        var reported = await ProgramFile.ReportedAsync(ProgramFile.Compile(programs), new NullSafeQuerySuppressor());
        return
        [
            .. Enumerable
                .Range(0, programs.Count)
                .Where(index => reported[index].Any(one => one.Severity == DiagnosticSeverity.Error)),
        ];
    }

    [GeneratedRegex("CreateAsync|UpdateAsync|DeleteAsync")]
    private static partial Regex Writes();
}
