using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FluentProfiles.Planning;
using FluentProfiles.Planning.Expressions;
using FluentProfiles.Query.Operators;

namespace FluentProfiles.Execution;

/// <summary>What must be the same for a resume token to hold, part by part, so that a refusal can say which is not. Neither
/// the projection nor a setting is among it.</summary>
/// <param name="Address">The service.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Revision">The shape.</param>
/// <param name="Order">The order in which profiles come.</param>
/// <param name="Conditions">Filters, <c>Skip</c> and <c>Take</c>, and whatever else the client does.</param>
internal sealed record QueryFingerprint(
    ulong Address,
    ulong Workspace,
    ApiRevision Revision,
    ServiceOrder Order,
    ulong Conditions
)
{
    /// <param name="plan">The plan of the query.</param>
    /// <param name="address">Tells the service apart.</param>
    /// <param name="own">How many of the plan's last steps are no part of the query: the run has added them.</param>
    public static QueryFingerprint Of(QueryPlan plan, string address, int own)
    {
        // Ours are the last, but for a Select that the planner has put behind them.
        var steps = WithoutProjection(plan.Operators)
            .SkipLast(own)
            .Select(step => $"{step.Identity} {ExpressionIdentity.Of(step.Lambda)}");
        return new(
            Hash(address),
            Hash(plan.Workspace ?? ""),
            plan.Revision,
            plan.Order,
            Hash(
                string.Join(
                    '\n',
                    [
                        ValueIdentity.Of(
                            plan.EnforcementStatuses.Select(status => status.ToString())
                                .Order(StringComparer.Ordinal)
                                .ToArray()
                        ),
                        ValueIdentity.Of(plan.Ids?.Order(StringComparer.Ordinal).ToArray()),
                        .. steps,
                    ]
                )
            )
        );
    }

    /// <exception cref="ArgumentException">A token's query is another.</exception>
    public void ThrowIfNot(QueryFingerprint token)
    {
        if (this == token)
            return;
        string?[] differences =
        [
            Address == token.Address ? null : "the address of the service",
            Workspace == token.Workspace ? null : "the workspace",
            Revision == token.Revision ? null : $"the shape ({token.Revision} in the token, {Revision} here)",
            Order == token.Order ? null : $"the order ({Text(token.Order)} in the token, {Text(Order)} here)",
            Conditions == token.Conditions
                ? null
                : "a condition, a value in one (a variable that was computed anew, perhaps), a Skip or a Take",
        ];
        throw new ArgumentException(
            $"The resume token belongs to another query. What differs: {string.Join("; ", differences.OfType<string>())}. "
                + "Write the query as it was, or start without the token."
        );
    }

    /// <summary>The steps that decide which items come, and in which order. A Select does where one of them looks at what it
    /// makes.</summary>
    private static List<QueryOperator> WithoutProjection(IEnumerable<QueryOperator> operators)
    {
        var steps = operators.Where(step => step is not (DetailsOperator or AnyOrderOperator)).ToList();
        var lastLook = steps.FindLastIndex(step => step is not (SelectOperator or CountOperator));
        return [.. steps.Where((step, i) => i < lastLook || step is not SelectOperator)];
    }

    private static string Text(ServiceOrder order) =>
        $"{order.SortedBy.Name} {(order.Descending ? "descending" : "ascending")}{(order.Field is null ? ", the service's own" : "")}";

    private static ulong Hash(string text) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
