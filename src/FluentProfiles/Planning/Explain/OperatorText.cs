using FluentProfiles.Expressions.Text;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Planning.Explain;

/// <summary>Writes an operator as C#, for people.</summary>
internal sealed class OperatorText : IOperatorVisitor<string>
{
    private static readonly OperatorText Redacted = new(redact: true);
    private static readonly OperatorText Full = new(redact: false);

    private readonly bool redact;

    private OperatorText(bool redact) => this.redact = redact;

    /// <param name="step">The operator.</param>
    /// <param name="redact">True to leave out values.</param>
    public static string Of(QueryOperator step, bool redact) => step.Accept(redact ? Redacted : Full);

    public string VisitWhere<T>(WhereOperator<T> step) => Call("Where", step);

    public string VisitClientWhere<T>(ClientWhereOperator<T> step) => "WhereOnClient(…)";

    public string VisitTimeInterval(TimeIntervalOperator step) => $"Where(p => {string.Join(" && ", Bounds(step))})";

    public string VisitIdScan(IdScanOperator step) =>
        $"Where(p => {(redact ? "?" : $"[{step.Ids.Count} ids]")}.Contains(p.Id))";

    public string VisitDefaultOrder(DefaultOrderOperator step) => $"{NameOf(step)}()";

    public string VisitKeyOrder<T, TKey>(KeyOrderOperator<T, TKey> step) => Call(NameOf(step), step);

    public string VisitUnordered(UnorderedOperator step) => "";

    public string VisitReverse<T>(ReverseOperator<T> step) => "Reverse()";

    public string VisitTake<T>(TakeOperator<T> step) => $"Take({step.Count})";

    public string VisitSkip<T>(SkipOperator<T> step) => $"Skip({step.Count})";

    public string VisitSkipLast<T>(SkipLastOperator<T> step) => $"Skip({step.Count})";

    public string VisitLast<T>(LastOperator<T> step) => "Last()";

    public string VisitExtreme<T, TKey>(ExtremeOperator<T, TKey> step) => Call(step.IsMax ? "MaxBy" : "MinBy", step);

    public string VisitDetails(DetailsOperator step) => $"WithDetails({step.Concurrency})";

    public string VisitSelect<TIn, TOut>(SelectOperator<TIn, TOut> step) => Call("Select", step);

    public string VisitWrite(WriteOperator step) =>
        step.Deletes ? "ExecuteDelete()" : $"ExecuteUpdate({string.Join(", ", step.Setters.Select(Assignment))})";

    private string Assignment(WriteSetter setter) => $"{setter.Member} = {CSharpText.Of(setter.Wanted, redact)}";

    private string Call(string name, QueryOperator step) => $"{name}({CSharpText.Of(step.Lambda!, redact)})";

    private static string NameOf(OrderOperator step) => step.Descending ? "OrderByDescending" : "OrderBy";

    private IEnumerable<string> Bounds(TimeIntervalOperator step)
    {
        var (name, interval) = (step.Time.Path.Text, step.Interval);
        if (interval.HasFrom)
            yield return $"p.{name} >= {StopText.Of(interval.From, redact)}";
        if (interval.HasTo)
            yield return $"p.{name} <= {StopText.Of(interval.To, redact)}";
    }
}
