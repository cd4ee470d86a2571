namespace FluentProfiles.Analyzers.Reading;

/// <summary>What the statements of a body, in the order written, make of the betas of one options object.</summary>
/// <param name="initial">The betas that it starts with; null where they can't be told.</param>
internal sealed class BetaHistory(IReadOnlyList<BetaMention>? initial)
{
    private readonly List<BetaMention> all = [.. initial ?? []];
    private readonly List<BetaMention> sinceUse = [];
    private List<BetaMention> certain = [.. initial ?? []];
    private bool isKnown = initial is not null;
    private bool isShared;
    private bool isUsed;

    public void Add(BetaMention mention, bool always)
    {
        (isUsed ? sinceUse : all).Add(mention);
        isKnown &= always && !isUsed;
        if (always && !isShared && !isUsed)
            certain.Add(mention);
    }

    public void Replace(IReadOnlyList<BetaMention>? mentions, bool always)
    {
        var list = isUsed ? sinceUse : all;
        // What is replaced before anything reads it is never sent.
        if (always)
            list.Clear();
        list.AddRange(mentions ?? []);
        isKnown = always && mentions is not null && !isUsed;
        if (!isUsed)
            certain = always && !isShared ? [.. mentions ?? []] : [];
    }

    /// <summary>A client or a call takes the betas as they are: what follows is another list, which only another use
    /// sends.</summary>
    public void Use()
    {
        all.AddRange(sinceUse);
        sinceUse.Clear();
        isUsed = true;
    }

    /// <summary>The list is changed in a way that can't be told: any of its betas may be gone.</summary>
    public void Lose()
    {
        Replace(null, always: true);
        isKnown = false;
    }

    /// <summary>Other code has the object, too, and may change or use it whenever it likes.</summary>
    public void Share()
    {
        Use();
        (isShared, isUsed) = (true, false);
        Replace(null, always: false);
    }

    /// <param name="isWholeSeen">False where other statements may change the object.</param>
    public BetaLevel ToLevel(bool isWholeSeen) => new(all, isWholeSeen && isKnown && !isShared, certain);
}
