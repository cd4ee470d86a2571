using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>What the fixes promise.</summary>
internal static class FixPromises
{
    /// <summary>The fixers that change what a program does, each with the words of its title that say so. Every other fixer
    /// promises the same result.</summary>
    public static IReadOnlyDictionary<string, string> Changes { get; } =
        new Dictionary<string, string>
        {
            [nameof(PageSizeOutOfRangeFixer)] = "nearest page size",
            [nameof(ArgumentOutOfRangeFixer)] = "nearest value in the range",
            [nameof(BetaTextFixer)] = "Correct the name",
            [nameof(ConflictingBetasFixer)] = "Keep the newest",
            [nameof(MigrationFixer)] = "shape of profiles",
            [nameof(UnsortableKeyFixer)] = "Read everything",
            [nameof(FieldOnlyByGetFixer)] = "Read each profile with its own request",
            [nameof(NegatedStatusFixer)] = "the other known statuses",
            [nameof(SecretInSourceFixer)] = "from the environment",
            [nameof(MisspelledValueFixer)] = "nearest known value",
        };
}
