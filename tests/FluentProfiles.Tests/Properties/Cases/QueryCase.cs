namespace FluentProfiles.Tests.Properties.Cases;

/// <summary>One random query, whatever the type of its items.</summary>
internal abstract record QueryCase
{
    /// <summary>The query as C#.</summary>
    public abstract string Text { get; }

    /// <summary>Runs it and compares it with what the oracle says.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract Task<string?> FailureAsync(Engine engine);

    /// <summary>Runs it in parts and compares them with one run.</summary>
    /// <returns>What is wrong, or null.</returns>
    public abstract Task<string?> FailureAsync(Engine engine, Interruption interruption);

    /// <summary>The same with a step less, or a smaller one.</summary>
    public abstract IEnumerable<QueryCase> Smaller();
}
