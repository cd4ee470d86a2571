namespace FluentProfiles.Analyzers.Reading;

/// <summary>The betas of one query, one options object or one call, in the order written.</summary>
/// <param name="mentions">Those that the source names.</param>
/// <param name="isComplete">Whether there can be no others.</param>
/// <param name="certain">Those that surely come together; null for all. In a branch, or before the list is replaced, a beta is
/// named, and may still not be sent.</param>
internal sealed class BetaLevel(
    IReadOnlyList<BetaMention> mentions,
    bool isComplete,
    IReadOnlyList<BetaMention>? certain = null
)
{
    public static BetaLevel None { get; } = new([], true);

    public IReadOnlyList<BetaMention> Mentions => mentions;

    public IReadOnlyList<BetaMention> Certain { get; } = [.. (certain ?? mentions).Where(mention => mention.IsCertain)];

    /// <summary>Whether a beta is among them, surely or in a choice.</summary>
    public bool Names(BetaMention mention) => mentions.Any(mention.IsSameAs);

    /// <summary>Whether the betas are all seen, and each is one that the library knows.</summary>
    public bool IsKnown { get; } =
        isComplete && (certain ?? mentions).All(mention => mention is { IsCertain: true, Known: not null });

    public IReadOnlyList<BetaMention> Shapes { get; } =
    [.. (certain ?? mentions).Where(mention => mention is { IsCertain: true, Known.ChoosesShape: true })];

    /// <summary>Whether two of the betas choose different shapes.</summary>
    public bool IsConflicting => Shapes.Any(mention => mention.Known!.Shape != Shapes[0].Known!.Shape);

    /// <summary>Whether the level names a shape, or may do so.</summary>
    public bool MayChooseShape => !IsKnown || Shapes.Count > 0;
}
