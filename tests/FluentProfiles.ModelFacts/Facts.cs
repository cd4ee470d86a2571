using System.Reflection;

namespace FluentProfiles.ModelFacts;

/// <summary>What the library states of the service.</summary>
/// <param name="Endpoints">The endpoints with the types that they send and return.</param>
/// <param name="Types">The members of each type, by the type's name.</param>
/// <param name="Betas">The names of the known betas.</param>
/// <param name="Webhook">The type of the body of a webhook; null where the library reads none.</param>
internal sealed record Facts(
    IReadOnlyList<EndpointFacts> Endpoints,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, MemberFacts>> Types,
    IReadOnlyList<string> Betas,
    string? Webhook
)
{
    public static Facts Read()
    {
        TypeReader types = new();
        return new(
            [.. EndpointFacts.Read(types)],
            types.Read,
            [.. KnownBetasOf().Select(beta => beta.Name).Order(StringComparer.Ordinal)],
            types.NameOf(typeof(ByHand.WebhookBody))
        );
    }

    internal static IEnumerable<KnownBetaAttribute> KnownBetasOf() =>
        typeof(AnthropicBeta)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(member => member.GetCustomAttribute<KnownBetaAttribute>())
            .OfType<KnownBetaAttribute>();
}
