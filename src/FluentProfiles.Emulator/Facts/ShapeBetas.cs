using System.Collections.Frozen;
using System.Reflection;

namespace FluentProfiles.Emulator.Facts;

/// <summary>The betas that the service knows, by name, read once from the attributes of <see cref="AnthropicBeta"/>.</summary>
internal static class ShapeBetas
{
    private static readonly FrozenDictionary<string, ApiRevision> ShapeByName = typeof(AnthropicBeta)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(member => member.GetCustomAttribute<KnownBetaAttribute>())
        .OfType<KnownBetaAttribute>()
        .ToFrozenDictionary(known => known.Name, known => known.Shape);

    public static bool IsKnown(string name) => ShapeByName.ContainsKey(name);

    /// <summary>The shape that a beta chooses, or null for one that chooses none.</summary>
    public static ApiRevision? ShapeOf(string name) =>
        ShapeByName.TryGetValue(name, out var shape) && shape != default ? shape : null;
}
