namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>One random query, whatever the type of its items.</summary>
internal abstract record QueryCase
{
    /// <summary>The query as C#.</summary>
    public abstract string Text { get; }

    /// <summary>Runs it and compares it with what the oracle says.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract Task<string?> FailureAsync(Engine engine);

    /// <summary>Runs it over another source of the same profiles, in the current shape, and compares it with what the oracle
    /// says.</summary>
    /// <param name="engine">What holds the profiles.</param>
    /// <param name="source">A query of the source.</param>
    /// <param name="tiesById">True for a source that orders ties by id alone.</param>
    /// <returns>What is wrong, or null. Null, too, for a query that the service's planner rejects, or with another shape.</returns>
    public abstract Task<string?> FailureAsync(Engine engine, ProfileQuery<UserProfile> source, bool tiesById = false);

    /// <summary>The same without the steps that only the service understands.</summary>
    public abstract QueryCase WithoutService();

    /// <summary>Runs it in parts and compares them with one run.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract Task<string?> FailureAsync(IFaultySource source, Interruption interruption);

    /// <summary>Its conditions and orders over a source: the query as far as it gives profiles, and cuts none off.</summary>
    public abstract ProfileQuery<UserProfile> Uncut(ProfileQuery<UserProfile> source);

    /// <summary>Runs it one page a run and compares the pages with one run.</summary>
    /// <param name="engine">What it runs against.</param>
    /// <param name="size">The size of a page of one's own; 0 for those of the service.</param>
    /// <returns>What is wrong, or null.</returns>
    public abstract Task<string?> FailurePageByPageAsync(Engine engine, int size);

    /// <summary>Runs it one page a run over another source, and compares the pages with one run.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract Task<string?> FailurePageByPageAsync(ProfileQuery<UserProfile> source, int size);

    /// <summary>Runs the query by pages with few requests each.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract Task<string?> FailureUnderBudgetAsync(Engine engine, PageUnderBudget pages);

    /// <summary>The same with a step less, or a smaller one.</summary>
    public abstract IEnumerable<QueryCase> Smaller();
}
