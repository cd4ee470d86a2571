using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Operators;

/// <summary>A visitor that handles some kinds of operators and treats the others alike. A kind is handled for all its types at once
/// (<see cref="VisitOrder"/>), or for each (<see cref="VisitKeyOrder"/>).</summary>
/// <typeparam name="TResult">What it makes of an operator.</typeparam>
internal abstract class OperatorVisitor<TResult> : IOperatorVisitor<TResult>
{
    public virtual TResult VisitWhere<T>(WhereOperator<T> step) => VisitOther(step);

    public virtual TResult VisitClientWhere<T>(ClientWhereOperator<T> step) => VisitOther(step);

    public virtual TResult VisitTimeInterval(TimeIntervalOperator step) => VisitOther(step);

    public virtual TResult VisitIdScan(IdScanOperator step) => VisitOther(step);

    public virtual TResult VisitDefaultOrder(DefaultOrderOperator step) => VisitOrder(step);

    public virtual TResult VisitKeyOrder<T, TKey>(KeyOrderOperator<T, TKey> step) => VisitOrder(step);

    public virtual TResult VisitUnordered(UnorderedOperator step) => VisitOther(step);

    public virtual TResult VisitReverse<T>(ReverseOperator<T> step) => VisitOther(step);

    public virtual TResult VisitTake<T>(TakeOperator<T> step) => VisitWindow(step);

    public virtual TResult VisitSkip<T>(SkipOperator<T> step) => VisitWindow(step);

    public virtual TResult VisitSkipLast<T>(SkipLastOperator<T> step) => VisitWindow(step);

    public virtual TResult VisitLast<T>(LastOperator<T> step) => VisitOther(step);

    public virtual TResult VisitExtreme<T, TKey>(ExtremeOperator<T, TKey> step) => VisitExtreme((ExtremeOperator)step);

    public virtual TResult VisitDetails(DetailsOperator step) => VisitOther(step);

    public virtual TResult VisitSelect<TIn, TOut>(SelectOperator<TIn, TOut> step) => VisitProjection(step);

    public virtual TResult VisitWrite(WriteOperator step) => VisitProjection(step);

    protected virtual TResult VisitOrder(OrderOperator step) => VisitOther(step);

    protected virtual TResult VisitWindow(WindowOperator step) => VisitOther(step);

    protected virtual TResult VisitExtreme(ExtremeOperator step) => VisitOther(step);

    protected virtual TResult VisitProjection(SelectOperator step) => VisitOther(step);

    /// <summary>Handles an operator that no other method handles.</summary>
    protected abstract TResult VisitOther(QueryOperator step);
}
