namespace FluentProfiles.Mirror.Tests;

/// <summary>Clients that send nothing.</summary>
internal static class TestClients
{
    public static ProfilesClient Of(string address = "https://api.example", string? workspace = null) =>
        new(
            new()
            {
                ApiKey = "key",
                BaseUrl = address,
                WorkspaceId = workspace,
            }
        );
}
