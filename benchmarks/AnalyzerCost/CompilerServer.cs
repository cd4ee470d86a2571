using System.Diagnostics;

namespace AnalyzerCost;

/// <summary>A compiler server of its own, so that its processor time is that of the compilations asked for here.</summary>
internal sealed class CompilerServer : IDisposable
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(2);

    // Between the builds of a developer the runtime finds time to compile hot methods anew; it waits for a tenth of a second in
    // which no method is called for the first time.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(0.5);

    private readonly string pipe = "analyzer-cost-" + Environment.ProcessId;
    private readonly string compiler;
    private readonly string folder;
    private readonly Process process;

    public CompilerServer(string compiler, string folder)
    {
        this.compiler = compiler;
        this.folder = folder;
        process = Process.Start("dotnet", [Path.Combine(compiler, "VBCSCompiler.dll"), "-pipename:" + pipe]);
        // A client that finds no server yet would start one, whose time is not seen here.
        Thread.Sleep(Start);
    }

    public CompilerRun Compile(string arguments)
    {
        var response = Path.Combine(folder, "arguments.rsp");
        File.WriteAllText(response, arguments + " /reportanalyzer");
        var (before, start) = (ProcessorTime(), Stopwatch.GetTimestamp());
        var output = Tool.Run(
            "dotnet",
            [Path.Combine(compiler, "csc.dll"), "/noconfig", "/shared:" + pipe, "@" + response],
            folder
        );
        var time = Stopwatch.GetElapsedTime(start);
        var used = ProcessorTime() - before;
        Thread.Sleep(Rest);
        return used > TimeSpan.Zero
            ? new(used, time, output)
            : throw new InvalidOperationException("The compiler ran, but not in the server.");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private TimeSpan ProcessorTime()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
