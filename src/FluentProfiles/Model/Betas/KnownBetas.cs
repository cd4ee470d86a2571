using System.Collections.Frozen;
using System.Reflection;

namespace FluentProfiles.Model.Betas;

/// <summary>The known betas by name, read once from the attributes on the members of <see cref="AnthropicBeta"/>.</summary>
internal static class KnownBetas
{
    private static readonly Lazy<FrozenDictionary<string, KnownBetaAttribute>> ByName = new(() =>
        typeof(AnthropicBeta)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(member => member.GetCustomAttribute<KnownBetaAttribute>())
            .OfType<KnownBetaAttribute>()
            .ToFrozenDictionary(known => known.Name)
    );

    public static KnownBetaAttribute? Find(AnthropicBeta beta) => ByName.Value.GetValueOrDefault(beta.ToString());

    /// <summary>The shape that a beta chooses, or null for a beta that chooses none.</summary>
    public static ApiRevision? ShapeOf(AnthropicBeta beta) => Find(beta) is { Shape: not 0 } known ? known.Shape : null;
}
