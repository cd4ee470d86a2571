using FluentProfiles.Sources;

namespace FluentProfiles.Resume;

/// <summary>Describes how the query of a token differs from the one that resumes.</summary>
internal static class ForeignToken
{
    /// <param name="query">The query that resumes.</param>
    /// <param name="token">The head of the token.</param>
    /// <param name="isSameAddress">True where both read from one service or one mirror.</param>
    /// <param name="isSameWorkspace">True where both read in one workspace.</param>
    public static ArgumentException Of(QueryIdentity query, TokenHead token, bool isSameAddress, bool isSameWorkspace)
    {
        string?[] differences =
        [
            isSameAddress ? null : "where the query reads (another service, or a mirror in place of its client)",
            isSameWorkspace ? null : "the workspace",
            query.Revision == token.Revision
                ? null
                : $"the shape ({token.Revision} in the token, {query.Revision} here)",
            query.Order == token.Order
                ? null
                : $"the order ({Text(token.Order)} in the token, {Text(query.Order)} here)",
        ];
        var known = differences.OfType<string>().ToArray();
        return new(
            "The resume token belongs to another query, or it was changed. Difference: "
                + (
                    known.Length > 0
                        ? string.Join("; ", known)
                        : "a condition, a value in a condition (perhaps a recomputed variable), a Skip or a Take"
                )
                + ". Restore the original query, or start without the token."
        );
    }

    private static string Text(ServiceOrder order) =>
        $"{order.SortedBy.Name} {(order.Descending ? "descending" : "ascending")}{(order.Key is null ? ", the default of the service" : "")}";
}
