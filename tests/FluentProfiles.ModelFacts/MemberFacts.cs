namespace FluentProfiles.ModelFacts;

/// <summary>A member of an object in JSON.</summary>
/// <param name="Kind">text, flag, number, object, list or map.</param>
internal sealed record MemberFacts(string Kind)
{
    /// <summary>The name of an object or an enum; null for other kinds.</summary>
    public string? Type { get; init; }

    /// <summary>The items of a list, or the values of a map.</summary>
    public MemberFacts? Of { get; init; }

    /// <summary>The known values of an enum; null for other texts.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The shapes that serve the member; null within <see cref="Of"/>.</summary>
    public IReadOnlyList<string>? Shapes { get; init; }
}
