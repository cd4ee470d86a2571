using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Operators;

/// <summary>Does something that depends on the kind of an operator and on the types of its items. The types are type parameters of
/// the operators, so none has to be constructed at run time.</summary>
/// <typeparam name="TResult">What it makes of an operator.</typeparam>
internal interface IOperatorVisitor<out TResult>
{
    TResult VisitWhere<T>(WhereOperator<T> step);

    TResult VisitClientWhere<T>(ClientWhereOperator<T> step);

    TResult VisitTimeInterval(TimeIntervalOperator step);

    TResult VisitIdScan(IdScanOperator step);

    TResult VisitDefaultOrder(DefaultOrderOperator step);

    TResult VisitKeyOrder<T, TKey>(KeyOrderOperator<T, TKey> step);

    TResult VisitUnordered(UnorderedOperator step);

    TResult VisitReverse<T>(ReverseOperator<T> step);

    TResult VisitTake<T>(TakeOperator<T> step);

    TResult VisitSkip<T>(SkipOperator<T> step);

    TResult VisitSkipLast<T>(SkipLastOperator<T> step);

    TResult VisitLast<T>(LastOperator<T> step);

    TResult VisitExtreme<T, TKey>(ExtremeOperator<T, TKey> step);

    TResult VisitDetails(DetailsOperator step);

    TResult VisitSelect<TIn, TOut>(SelectOperator<TIn, TOut> step);

    TResult VisitWrite(WriteOperator step);
}
