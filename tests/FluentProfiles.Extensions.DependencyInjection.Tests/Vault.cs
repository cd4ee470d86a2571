using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Hosting.Tests;

/// <summary>A secret store that may be down.</summary>
internal sealed class Vault
{
    private int calls;

    public string Key { get; set; } = HostedService.Key;

    public bool IsSealed { get; set; }

    public int Calls => Volatile.Read(ref calls);

    /// <summary>Registers a client whose key comes from this store, and whose other options come from the
    /// configuration.</summary>
    public void AddTo(HostedService service)
    {
        service.ConfigureSection();
        service
            .Services.AddFluentProfiles(service.Builder.Configuration)
            .ConfigureProfilesClient((_, options) => options.ApiKey = Read());
    }

    private string Read()
    {
        Interlocked.Increment(ref calls);
        return IsSealed ? throw new IOException("secret of the vault") : Key;
    }
}
