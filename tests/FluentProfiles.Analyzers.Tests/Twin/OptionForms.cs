namespace FluentProfiles.Analyzers.Tests.Twin;

/// <summary>Writes settings of a client's options, some of which its constructor refuses. An address that it would accept is
/// never among them but that of the emulator: no program leaves this machine.</summary>
internal static class OptionForms
{
    private static readonly string[] RefusedAddresses =
    [
        "BaseUrl = \"https://a.example/v1\"",
        "BaseUrl = \"http://a.example\"",
        "BaseUrl = \"\"",
        "BaseUrl = \"localhost\"",
        "BaseUrl = \"https://a.example/?b=c\"",
        "BaseUrl = \"https://a.example/v1/user_profiles\"",
        "BaseUrl = \"https://169.254.169.254\"",
        "BaseAddress = new Uri(\"http://192.0.2.1:8080\")",
        "BaseAddress = new(\"https://a.example/claude/V1/\")",
    ];

    private static readonly Func<ValueForms, string>[] Numbers =
    [
        values => $"MaxRetries = {values.Number(5)}",
        values => $"PrefetchPages = {values.Number(1)}",
        values => $"MaxPointLookups = {values.Number(100)}",
        values => $"MaxRequestsPerQuery = {values.Number(50)}",
        values => $"MaxConcurrentScans = {values.Number(5)}",
        values => $"AttemptTimeout = {values.Time()}",
        values => $"MaxRetryAfter = {values.Time()}",
        values => $"TotalTimeout = {values.Time()}",
        values => $"ApiVersion = {values.Text("\"2026-10-21\"")}",
    ];

    /// <summary>A setting within an initializer, after others.</summary>
    public static string Setting(Random random, ValueForms values) =>
        $", {Numbers[random.Next(Numbers.Length)](values)}";

    /// <summary>A statement that sets an option of an object.</summary>
    public static string Statement(Random random, string options, ValueForms values) =>
        random.Next(6) switch
        {
            0 => $"{options}.{RefusedAddresses[random.Next(RefusedAddresses.Length)]};",
            1 => $"{options}.BaseUrl = address;",
            2 => $"{options}.PrefetchPages += 1;",
            _ => $"{options}.{Numbers[random.Next(Numbers.Length)](values)};",
        };
}
