using System.Runtime.CompilerServices;
using Flurl.Http;
using Flurl.Http.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles;

/// <summary>A named client of the container's cache, through which one client of ours sends its requests.</summary>
internal sealed class NamedFlurlClient(string name)
{
    private const string VersionSegment = "/v1";

    // Those of the client that sends through it, from their first step to their last.
    private readonly ConditionalWeakTable<ProfilesClientOptions, IFlurlClient> configured = new();

    public void SetTransport(IServiceProvider services, ProfilesClientOptions options)
    {
        var cache =
            services.GetService<IFlurlClientCache>()
            ?? throw new ProfilesConfigurationException(
                $"UseFlurl(\"{name}\") needs an IFlurlClientCache in the container. Register one, for example with services.AddSingleton<IFlurlClientCache>(_ => new FlurlClientCache().Add(\"{name}\"))."
            );
        configured.AddOrUpdate(options, Get(cache));
        options.Transport = new FlurlTransport(() => Get(cache));
    }

    /// <summary>Sets the base URL of the Flurl client, once it is known that nothing else has set one, not even the
    /// environment.</summary>
    /// <param name="options">The options of any client.</param>
    public void SetBaseUrl(ProfilesClientOptions options)
    {
        if (
            configured.TryGetValue(options, out var flurl)
            && options.BaseUrlSource == BaseUrlSource.Default
            && !string.IsNullOrEmpty(flurl.BaseUrl)
        )
            options.BaseUrl = WithoutVersion(flurl.BaseUrl.TrimEnd('/'));
    }

    private IFlurlClient Get(IFlurlClientCache cache)
    {
        try
        {
            return cache.Get(name);
        }
        catch (Exception failure) when (failure is not ProfilesException)
        {
            throw new ProfilesConfigurationException(
                $"UseFlurl(\"{name}\"): the IFlurlClientCache of the container has no usable client of this name. {failure.Message}",
                failure
            );
        }
    }

    private static string WithoutVersion(string url) =>
        url.EndsWith(VersionSegment, StringComparison.OrdinalIgnoreCase) ? url[..^VersionSegment.Length] : url;
}
