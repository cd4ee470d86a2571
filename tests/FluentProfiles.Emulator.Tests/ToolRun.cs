namespace FluentProfiles.Emulator.Tests;

/// <summary>A run of the tool within this process, interrupted when it is disposed of.</summary>
internal sealed class ToolRun : IAsyncDisposable
{
    private readonly CancellationTokenSource interrupt = new();
    private readonly FirstLine output = new();
    private readonly StringWriter error = new();
    private readonly Task<int> run;

    public ToolRun(params string[] arguments) =>
        run = Program.RunAsync(arguments, new() { Output = output, Error = error }, interrupt.Token);

    public string Output => output.ToString();

    public string Error => error.ToString();

    /// <summary>The address, once the emulator listens.</summary>
    public async Task<Uri> AddressAsync()
    {
        await Task.WhenAny(run, output.Written).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.False(run.IsCompleted, Error);
        return new(await output.Written);
    }

    public void Interrupt() => interrupt.Cancel();

    public Task<int> EndAsync() => run.WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        await interrupt.CancelAsync();
        await run;
        interrupt.Dispose();
    }

    /// <summary>Text that says when its first line is there. Thread-safe.</summary>
    private sealed class FirstLine : StringWriter
    {
        private readonly TaskCompletionSource<string> written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock gate = new();

        public Task<string> Written => written.Task;

        public override void WriteLine(string? value)
        {
            lock (gate)
                base.WriteLine(value);
            written.TrySetResult(value!.Split('\n')[0].TrimEnd());
        }

        public override string ToString()
        {
            lock (gate)
                return base.ToString();
        }
    }
}
