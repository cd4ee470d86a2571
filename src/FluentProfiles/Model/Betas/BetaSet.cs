namespace FluentProfiles.Model.Betas;

/// <summary>The betas of one level (a client's or a query's) in the order given, each once, with the shape they choose.</summary>
internal sealed class BetaSet
{
    public static BetaSet Empty { get; } = new([], null, null);

    private readonly AnthropicBeta[] betas;
    private readonly AnthropicBeta? shapeBeta;

    private BetaSet(AnthropicBeta[] betas, AnthropicBeta? shapeBeta, string? conflict)
    {
        this.betas = betas;
        this.shapeBeta = shapeBeta;
        Conflict = conflict;
        Header = betas.Length == 0 ? null : string.Join(",", betas);
    }

    /// <summary>The two shapes named at once, for the message; null where there is no conflict.</summary>
    public string? Conflict { get; }

    /// <summary>The value of the header, or null where there is none to send.</summary>
    public string? Header { get; }

    public ApiRevision Revision => shapeBeta is { } beta ? KnownBetas.ShapeOf(beta)!.Value : ApiRevision.Current;

    public IReadOnlyList<AnthropicBeta> Betas => betas;

    /// <summary>This level with more betas named on it. A text that is no header value throws
    /// <see cref="ArgumentException"/>; two shapes are noted in <see cref="Conflict"/>.</summary>
    public BetaSet Add(IEnumerable<AnthropicBeta> more, string parameter)
    {
        List<AnthropicBeta> joined = [.. betas];
        foreach (var beta in more)
        {
            HeaderText.ThrowIfNoBeta(beta, parameter);
            if (!joined.Contains(beta))
                joined.Add(beta);
        }
        return Of(joined);
    }

    /// <summary>The betas to send when a client has these and a query has <paramref name="ofQuery"/>: a shape that the
    /// query chooses replaces the client's.</summary>
    public BetaSet JoinedBy(BetaSet ofQuery)
    {
        if (ofQuery.betas.Length == 0)
            return this;
        var kept = ofQuery.shapeBeta is null ? betas : betas.Where(beta => beta != shapeBeta);
        return Of([.. kept.Union(ofQuery.betas)]);
    }

    /// <exception cref="ProfilesConfigurationException">Two betas of the level choose a shape.</exception>
    public void ThrowIfConflicting()
    {
        if (Conflict is not null)
            throw new ProfilesConfigurationException(
                $"The betas {Conflict} each choose a shape of user profiles, and a request can have only one. Keep one of them."
            );
    }

    private static BetaSet Of(List<AnthropicBeta> betas)
    {
        var shapes = betas.FindAll(beta => KnownBetas.ShapeOf(beta) is not null);
        // Not "? null : shapes[0]": a null converts to a beta, so that expression is never null.
        AnthropicBeta? shape = shapes.Count == 0 ? default(AnthropicBeta?) : shapes[0];
        return new(
            [.. betas],
            shape,
            shapes.Count < 2 ? null : string.Join(" and ", shapes.Select(beta => $"'{beta}'"))
        );
    }
}
