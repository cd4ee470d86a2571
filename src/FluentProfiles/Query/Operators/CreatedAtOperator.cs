using System.Globalization;
using System.Linq.Expressions;
using FluentProfiles.Execution.Stages;
using FluentProfiles.Planning;
using FluentProfiles.Planning.Conditions;

namespace FluentProfiles.Query.Operators;

/// <summary>Bounds on the time of creation, which end the scan where the order proves that nothing more can match.</summary>
internal sealed class CreatedAtOperator(CreatedAtRange range, ServiceOrder order) : QueryOperator
{
    private bool IsSorted => order.SortedBy == Model.ProfileSchema.CreatedAt;

    /// <summary>When the scan ends early, or null where it does not.</summary>
    public string? StopsWhen(bool redact) =>
        !IsSorted ? null
        : order.Descending
            ? range.HasFrom ? $"created_at < {Text(range.From, redact)}"
                : null
        : range.HasTo ? $"created_at > {Text(range.To, redact)}"
        : null;

    public override bool OnlyLooks => true;

    public override string Identity => $"CreatedAt({range.FromTicks},{range.ToTicks})";

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;

    public override object Link(object next, List<Countdown> countdowns) =>
        new CreatedAtStage(range, IsSorted ? order.Descending : null, (Stage<UserProfile>)next);

    public override string Describe(bool redact)
    {
        var from = range.HasFrom ? $"p.CreatedAt >= {Text(range.From, redact)}" : null;
        var to = range.HasTo ? $"p.CreatedAt <= {Text(range.To, redact)}" : null;
        return $"Where(p => {from}{(from is null || to is null ? "" : " && ")}{to})";
    }

    private static string Text(DateTimeOffset time, bool redact) =>
        redact
            ? "?"
            : time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
