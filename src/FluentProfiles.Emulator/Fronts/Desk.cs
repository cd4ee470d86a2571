using FluentProfiles.Emulator.Commands;

namespace FluentProfiles.Emulator.Fronts;

/// <summary>Where both fronts hand a request in: logs it, lets a test answer it or hold it, and has it answered.</summary>
internal sealed class Desk(
    Func<EmulatorRequest, EmulatorResponse> answer,
    CommandHandler commands,
    ProfileEmulatorOptions options
)
{
    public RequestLog Log { get; } = new(options.LogRequests);

    public Func<EmulatorRequest, EmulatorResponse?>? Intercept { get; set; } = options.Intercept;

    public Func<EmulatorRequest, CancellationToken, Task>? BeforeResponse { get; set; } = options.BeforeResponse;

    public async Task<EmulatorResponse> AnswerAsync(EmulatorRequest request, CancellationToken ct)
    {
        var status = 0;
        try
        {
            var response = CommandHandler.Handles(request)
                ? await commands.HandleAsync(request, ct).ConfigureAwait(false)
                : await ServeAsync(request, ct).ConfigureAwait(false);
            status = response.Status;
            return response;
        }
        finally
        {
            options.Answered?.Invoke(request with { Status = status });
        }
    }

    private async Task<EmulatorResponse> ServeAsync(EmulatorRequest request, CancellationToken ct)
    {
        var logged = Log.Add(request);
        var response = Intercept?.Invoke(request) ?? answer(request);
        if (BeforeResponse is { } hold)
            await hold(request, ct).ConfigureAwait(false);
        if (response.Delay > TimeSpan.Zero)
            await Task.Delay(response.Delay, options.TimeProvider, ct).ConfigureAwait(false);
        logged?.NoteStatus(response.Status);
        return response;
    }
}
