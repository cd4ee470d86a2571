using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Mirror.Serving.Asking;

/// <summary>Stands in for the model, at an address of this site, so that the sample costs nothing. It says whom a request
/// names.</summary>
internal static class FakeModel
{
    public const string Path = "/fake/v1/messages";

    /// <summary>The address of this site, which is known once it has started.</summary>
    public static Uri AddressIn(IServiceProvider services) =>
        new(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static ModelAnswer Answer(HttpContext context) =>
        context.Request.Headers["anthropic-user-profile-id"].SingleOrDefault() is { } id
            ? new("Hello! I know who asks.", id)
            : new("Hello! I don't know who asks.", null);
}
