using System.Linq.Expressions;
using FluentProfiles.Planning;
using FluentProfiles.Planning.Filters;
using FluentProfiles.Running.Stages;
using FluentProfiles.Sources;

namespace FluentProfiles.Operators.Conditions;

/// <summary>Bounds on the time of creation, which end the scan where the order proves that nothing more can match.</summary>
internal sealed class CreatedAtOperator(CreatedAtRange range, ServiceOrder order) : QueryOperator
{
    private bool IsSorted => order.SortedBy.Field == FluentProfiles.Model.Schema.ProfileSchema.CreatedAt;

    public CreatedAtRange Range => range;

    public ServiceOrder Order => order;

    /// <summary>True when a profile beyond the range proves that none of the later ones is in it.</summary>
    public bool EndsScan => IsSorted && (order.Descending ? range.HasFrom : range.HasTo);

    public override bool OnlyLooks => true;

    public override string Identity => $"CreatedAt({range.FromTicks},{range.ToTicks})";

    public override QueryOperator OverProfile(Expression? body, ParameterExpression? profile) => this;

    public override object Link(object next, List<Countdown> countdowns) =>
        new CreatedAtStage(range, IsSorted ? order.Descending : null, (Stage<UserProfile>)next);

    public override string Describe(bool redact)
    {
        var from = range.HasFrom ? $"p.CreatedAt >= {StopText.Of(range.From, redact)}" : null;
        var to = range.HasTo ? $"p.CreatedAt <= {StopText.Of(range.To, redact)}" : null;
        return $"Where(p => {from}{(from is null || to is null ? "" : " && ")}{to})";
    }
}
