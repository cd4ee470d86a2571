namespace FluentProfiles.Emulator.Protocol;

/// <summary>The parameters of a query, decoded, in the order written.</summary>
internal sealed class QueryString
{
    private readonly List<KeyValuePair<string, string>> pairs = [];

    private QueryString() { }

    public static QueryString Parse(string query)
    {
        QueryString parsed = new();
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
            parsed.pairs.Add(new(Decode(name), Decode(value)));
        }
        return parsed;
    }

    public void ThrowIfUnknown(params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in pairs)
        {
            if (!known.Contains(name))
                throw ServiceError.Invalid($"{name}: unknown query parameter");
        }
    }

    /// <summary>The one value of a parameter, or null where it is not given.</summary>
    public string? Single(string name)
    {
        var values = All(name);
        if (values.Count > 1)
            throw ServiceError.Invalid($"{name}: given more than once");
        return values.Count == 0 ? null : values[0];
    }

    public IReadOnlyList<string> All(string name) =>
        [.. pairs.Where(pair => pair.Key == name).Select(pair => pair.Value)];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
