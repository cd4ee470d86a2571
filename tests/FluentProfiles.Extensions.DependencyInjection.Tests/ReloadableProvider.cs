using Microsoft.Extensions.Configuration;

namespace FluentProfiles.Hosting.Tests;

/// <summary>A configuration that changes as a file's does.</summary>
internal sealed class ReloadableProvider : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Of two values of one key the later holds.</summary>
    public void Replace(IEnumerable<(string Key, string? Value)> values)
    {
        Data.Clear();
        foreach (var (key, value) in values)
            Data[key] = value;
        OnReload();
    }
}
