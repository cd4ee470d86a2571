namespace FluentProfiles.Emulator.CommandLine;

/// <summary>The options of webhooks: <c>--webhook-url http://127.0.0.1:5000/hooks</c>.</summary>
internal static class WebhookOptions
{
    public static IReadOnlyList<EmulatorOption> Create() =>
        [
            EmulatorOption.Of(
                "--webhook-url",
                "URL",
                "URL",
                "where webhooks are posted (default nowhere)",
                (options, text) => (options.WebhookUrl = text).Length > 0
            ),
            EmulatorOption.Of(
                "--webhook-secret",
                "SECRET",
                "secret (whsec_ and base64)",
                "what webhooks are signed with (default a fixed secret for tests)",
                (options, text) => (options.WebhookSecret = text).Length > 0
            ),
            EmulatorOption.Flag(
                "--allow-remote-webhooks",
                "let --webhook-url name another machine",
                (_, options) => options.AllowRemoteWebhooks = true
            ),
        ];
}
