using FluentProfiles.Expressions.Identity;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning.Explain;

namespace FluentProfiles.Planning;

/// <summary>Identifies an operator in a resume token, its expression apart. Tokens outlive a version of the library, so no name of
/// a class and no text of <see cref="OperatorText"/> may be part of it.</summary>
internal sealed class OperatorIdentity : IOperatorVisitor<string>
{
    private static readonly OperatorIdentity Visitor = new();

    private OperatorIdentity() { }

    public static string Of(QueryOperator step) => step.Accept(Visitor);

    public string VisitWhere<T>(WhereOperator<T> step) => "Where";

    public string VisitClientWhere<T>(ClientWhereOperator<T> step) =>
        $"WhereOnClient({CodeIdentity.Of(step.Predicate)})";

    public string VisitTimeInterval(TimeIntervalOperator step) =>
        $"{step.Time.Path.Text}({step.Interval.FromTicks},{step.Interval.ToTicks})";

    public string VisitIdScan(IdScanOperator step) =>
        ValueIdentity.Of(step.Ids.Order(StringComparer.Ordinal).ToArray());

    public string VisitDefaultOrder(DefaultOrderOperator step) => OfOrder(step);

    public string VisitKeyOrder<T, TKey>(KeyOrderOperator<T, TKey> step) => OfOrder(step);

    public string VisitUnordered(UnorderedOperator step) => "AnyOrder";

    public string VisitReverse<T>(ReverseOperator<T> step) => "Reverse";

    public string VisitTake<T>(TakeOperator<T> step) => $"Take({step.Count})";

    public string VisitSkip<T>(SkipOperator<T> step) => $"Skip({step.Count})";

    public string VisitSkipLast<T>(SkipLastOperator<T> step) => $"HoldBack({step.Count})";

    public string VisitLast<T>(LastOperator<T> step) => "Last";

    public string VisitExtreme<T, TKey>(ExtremeOperator<T, TKey> step) => step.IsMax ? "MaxBy" : "MinBy";

    public string VisitDetails(DetailsOperator step) => "WithDetails";

    public string VisitSelect<TIn, TOut>(SelectOperator<TIn, TOut> step) => "Select";

    public string VisitWrite(WriteOperator step) =>
        step.Deletes
            ? "ExecuteDelete"
            : $"ExecuteUpdate({string.Join(',', step.Setters.Select(setter => setter.Member))})";

    private static string OfOrder(OrderOperator step) => step.Descending ? "OrderByDescending" : "OrderBy";
}
