using System.Reflection;
using FluentProfiles.Emulator;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.Analyzers.Tests.Twin;

/// <summary>Runs generated programs against the emulator, over HTTP.</summary>
internal sealed class ProgramRunner : IAsyncDisposable
{
    private const int MostRepeats = 3;

    private readonly ProfileEmulator emulator;
    private readonly ProfilesClient client;
    private int requests;

    private ProgramRunner(ProfileEmulator emulator)
    {
        this.emulator = emulator;
        client = new(new() { ApiKey = "any-key", BaseUrl = emulator.BaseUrl });
        emulator.BeforeResponse = (_, _) =>
        {
            Interlocked.Increment(ref requests);
            return Task.CompletedTask;
        };
    }

    public static async Task<ProgramRunner> StartAsync() =>
        new(await ProfileEmulator.StartAsync(new() { Count = 30, LogRequests = false }));

    /// <summary>Runs each program of a compilation: once, or for both values of the flag where it has branches.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<ProgramOutcome>>> RunAsync(
        CSharpCompilation compilation,
        IReadOnlyList<GeneratedProgram> programs
    )
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(
            emitted.Success,
            string.Join("\n", emitted.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error))
        );
        var type = Assembly.Load(image.ToArray()).GetType(ProgramSource.Type)!;
        List<IReadOnlyList<ProgramOutcome>> outcomes = [];
        for (var index = 0; index < programs.Count; index++)
        {
            var method = type.GetMethod(ProgramSource.MethodName(index))!;
            outcomes.Add(
                programs[index].Branches
                    ? [await RunAsync(method, flag: true), await RunAsync(method, flag: false)]
                    : [await RunAsync(method, flag: true)]
            );
        }
        return outcomes;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await emulator.DisposeAsync();
    }

    // A request that the program before gave up may still arrive, and would count for this one.
    private async Task<ProgramOutcome> RunAsync(MethodInfo method, bool flag)
    {
        var outcome = await RunOnceAsync(method, flag);
        for (var again = 0; again < MostRepeats && outcome is { IsRefusal: true, Requests: > 0 }; again++)
            outcome = await RunOnceAsync(method, flag);
        return outcome;
    }

    private async Task<ProgramOutcome> RunOnceAsync(MethodInfo method, bool flag)
    {
        var before = requests;
        try
        {
            var run = method.CreateDelegate<Func<ProfilesClient, string, bool, Task<object?>>>();
            return new(await run(client, emulator.BaseUrl, flag), null, requests - before);
        }
        catch (Exception failure)
        {
            return new(null, failure, requests - before);
        }
    }
}
