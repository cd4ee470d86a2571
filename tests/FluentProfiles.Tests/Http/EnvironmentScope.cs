using System.Reflection;

namespace FluentProfiles.Tests.Http;

/// <summary>The variables that the library reads, all unset, and no ambient client; both as before when it ends.</summary>
internal sealed class EnvironmentScope : IDisposable
{
    private static readonly FieldInfo Ambient = typeof(Profiles).GetField(
        "current",
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private readonly Dictionary<string, string?> before = [];
    private readonly object? ambient = Ambient.GetValue(null);

    public EnvironmentScope()
    {
        Set("ANTHROPIC_API_KEY", null);
        Set("ANTHROPIC_AUTH_TOKEN", null);
        Set("ANTHROPIC_BASE_URL", null);
        Set("ANTHROPIC_WORKSPACE_ID", null);
        Ambient.SetValue(null, null);
    }

    public void Set(string name, string? value)
    {
        before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (var (name, value) in before)
            Environment.SetEnvironmentVariable(name, value);
        (Ambient.GetValue(null) as IDisposable)?.Dispose();
        Ambient.SetValue(null, ambient);
    }
}
