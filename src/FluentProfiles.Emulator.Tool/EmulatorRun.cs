namespace FluentProfiles.Emulator;

/// <summary>One run of an emulator.</summary>
internal static class EmulatorRun
{
    public static async Task UntilCancelledAsync(
        ProfileEmulatorOptions options,
        TextWriter output,
        CancellationToken ct
    )
    {
        var emulator = await ProfileEmulator.StartAsync(options, ct).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            Greet(output, emulator.BaseUrl, options.ApiKey ?? "any-key");
            await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static void Greet(TextWriter output, string url, string key) =>
        output.WriteLine(
            $"""
            {url}
            export ANTHROPIC_BASE_URL={url} ANTHROPIC_API_KEY={key}
            curl -H 'x-api-key: {key}' -H 'anthropic-version: 2026-10-21' '{url}/v1/user_profiles?limit=2'
            """
        );
}
