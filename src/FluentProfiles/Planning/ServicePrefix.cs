using System.Linq.Expressions;
using FluentProfiles.Model;
using FluentProfiles.Planning.Expressions;
using FluentProfiles.Query.Operators;

namespace FluentProfiles.Planning;

/// <summary>Takes the operators in the order written and tells what the service does of them from what the client must
/// do.</summary>
/// <remarks>Before the first Take or Skip, filters and orders commute, so each can go to the service on its own. From there
/// on everything that looks at an item stays in its place.</remarks>
internal sealed class ServicePrefix
{
    private readonly List<QueryOperator> onClient = [];
    private ProfileField? orderField;
    private OrderOperator? unsortable;
    private bool windowed;
    private bool bounded;
    private bool filtered;
    private bool detailed;
    private long offset;
    private long? count;

    public IReadOnlyList<QueryOperator> OnClient => onClient;

    public bool IsEmpty { get; private set; }

    public string? OrderBy => orderField?.Name;

    public bool Descending { get; private set; } = true;

    public IReadOnlyList<EnforcementStatus>? Statuses { get; private set; }

    /// <summary>How many profiles from the start of the listing are enough, or null where that depends on what they
    /// are.</summary>
    public long? Needed => Statuses is null && count is { } taken ? offset + taken : null;

    // Names have no reverse: nulls come last in both directions.
    private bool CanTurnRound => !windowed && orderField != ProfileSchema.Name;

    public void Add(QueryOperator step)
    {
        switch (step)
        {
            case WhereOperator<UserProfile> where:
                AddFilter(where);
                break;
            case CountOperator window:
                AddWindow(window);
                break;
            case OrderOperator order:
                AddOrder(order);
                break;
            case ReverseOperator when CanTurnRound:
                TurnRound();
                break;
            case LastOperator when CanTurnRound:
                TurnRound();
                AddWindow(new TakeOperator<UserProfile>(1));
                break;
            case DetailsOperator when detailed:
                break;
            default:
                detailed |= step is DetailsOperator;
                // Behind a filter, and behind an order made here, a window says nothing of how much to read.
                filtered |= step is ClientWhereOperator<UserProfile> or ReverseOperator or LastOperator;
                onClient.Add(step);
                break;
        }
    }

    /// <summary>Takes an operator that speaks of what a Select gives.</summary>
    public void AddBehindSelect(QueryOperator step)
    {
        if (step is OrderOperator order && !bounded)
            throw Unsortable(order);
        if (step is CountOperator window)
            CountWindow(window);
        else
            filtered |= step is not SelectOperator;
        onClient.Add(step);
    }

    public void Complete()
    {
        if (unsortable is not null)
            throw Unsortable(unsortable);
    }

    private void AddFilter(WhereOperator<UserProfile> where)
    {
        List<Expression> rest = [];
        foreach (var condition in Conditions.Split(where.Lambda.Body))
        {
            if (condition is ConstantExpression { Value: bool holds })
                IsEmpty |= !holds;
            else if (!windowed && EnforcementTranslator.Translate(condition) is { } statuses)
                Intersect(statuses);
            else
                rest.Add(condition);
        }
        if (rest.Count == 0)
            return;
        filtered = true;
        onClient.Add(where.With(Expression.Lambda(Conditions.Join(rest), where.Lambda.Parameters)));
    }

    private void Intersect(IReadOnlyList<EnforcementStatus> statuses)
    {
        Statuses = Statuses is null ? statuses : [.. Statuses.Intersect(statuses)];
        IsEmpty |= Statuses.Count == 0;
    }

    private void AddWindow(CountOperator window)
    {
        Complete();
        windowed = true;
        CountWindow(window);
        onClient.Add(window);
    }

    private void CountWindow(CountOperator window)
    {
        bounded |= window.IsTake;
        IsEmpty |= window is { IsTake: true, Count: 0 };
        if (filtered)
            return;
        if (window.IsTake)
            count = Math.Min(count ?? window.Count, window.Count);
        else
            (offset, count) = (offset + window.Count, count is { } taken ? Math.Max(0, taken - window.Count) : null);
        IsEmpty |= count == 0;
    }

    private void AddOrder(OrderOperator order)
    {
        var field = SortKey.Of(order.Lambda!) is { Facts.Sortable: true } sortable ? sortable : null;
        if (!windowed)
        {
            (orderField, Descending, unsortable) = field is null
                ? (orderField, Descending, order)
                : (field, order.Descending, null);
            onClient.RemoveAll(step => step is ReverseOperator);
            return;
        }
        if (field is null && !bounded)
            throw Unsortable(order);
        filtered = true;
        onClient.Add(order);
    }

    private void TurnRound() => (orderField, Descending) = (ProfileSchema.CreatedAt, !Descending);

    private static UnsupportedQueryException Unsortable(OrderOperator order) =>
        new(
            $"{order.Describe(redact: true)}: the service sorts by CreatedAt and Name only, and the query is unbounded, so that only a full read could sort it. "
                + "Sort by one of them, write Take(n) before it to sort n profiles here, or AsAsyncEnumerable() before it to read everything."
        );
}
