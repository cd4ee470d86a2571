using FluentProfiles.Evaluation;
using FluentProfiles.Expressions;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Running.Stages;

/// <summary>Creates the stages of one run.</summary>
internal class StageFactory : IOperatorVisitor<Stage>
{
    private readonly List<Countdown> countdowns = [];
    private Stage next = new Output<UserProfile>();

    /// <summary>The conditions of the run.</summary>
    public RunConditions Conditions { get; } = new();

    /// <summary>What each Skip and Take created so far has left, the last one's first.</summary>
    public IReadOnlyList<Countdown> Countdowns => countdowns;

    /// <summary>Creates the stages of some steps, the last one first.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="end">The stage that takes what the last step passes on.</param>
    /// <returns>The stage of the first step.</returns>
    public Stage<UserProfile> Create(IEnumerable<QueryOperator> steps, Stage end)
    {
        next = end;
        foreach (var step in steps.Reverse())
            next = step.Accept(this);
        return Next<UserProfile>();
    }

    public Stage VisitWhere<T>(WhereOperator<T> step) => new WhereStage<T>(Conditions.Of(step).Run, Next<T>());

    public Stage VisitClientWhere<T>(ClientWhereOperator<T> step) => new WhereStage<T>(step.Predicate, Next<T>());

    public Stage VisitTimeInterval(TimeIntervalOperator step) => new TimeIntervalStage(step, Next<UserProfile>());

    public Stage VisitIdScan(IdScanOperator step) => new IdScanStage([.. step.Ids], Next<UserProfile>());

    public Stage VisitDefaultOrder(DefaultOrderOperator step) =>
        throw new InvalidOperationException("The planner replaces an order without a key before stages are created.");

    public Stage VisitKeyOrder<T, TKey>(KeyOrderOperator<T, TKey> step) =>
        new SortStage<T, TKey>(Evaluator.Of(step.Key), ComparerOf(step), Next<T>());

    public Stage VisitUnordered(UnorderedOperator step) => next;

    public Stage VisitReverse<T>(ReverseOperator<T> step) => new ReverseStage<T>(Next<T>());

    public Stage VisitTake<T>(TakeOperator<T> step) => new TakeStage<T>(CountdownOf(step), Next<T>());

    public Stage VisitSkip<T>(SkipOperator<T> step) => new SkipStage<T>(CountdownOf(step), Next<T>());

    public Stage VisitSkipLast<T>(SkipLastOperator<T> step) => new SkipLastStage<T>(step.Count, Next<T>());

    public Stage VisitLast<T>(LastOperator<T> step) => new LastStage<T>(Next<T>());

    public Stage VisitExtreme<T, TKey>(ExtremeOperator<T, TKey> step) =>
        new ExtremeStage<T, TKey>(Evaluator.Of(step.Key), step.IsMax, Next<T>());

    /// <summary>The run reads details between two chains of stages.</summary>
    public Stage VisitDetails(DetailsOperator step) => next;

    public Stage VisitSelect<TIn, TOut>(SelectOperator<TIn, TOut> step) =>
        new SelectStage<TIn, TOut>(Evaluator.Of(step.Selector), Next<TOut>());

    public virtual Stage VisitWrite(WriteOperator step) =>
        throw new InvalidOperationException("Only a bulk write creates the stage of its last step.");

    /// <summary>The stage that follows the one to create.</summary>
    protected Stage<T> Next<T>() => (Stage<T>)next;

    private Countdown CountdownOf(WindowOperator step)
    {
        Countdown countdown = new(step.Count, step.IsTake);
        countdowns.Add(countdown);
        return countdown;
    }

    private static IComparer<TKey> ComparerOf<T, TKey>(KeyOrderOperator<T, TKey> step) =>
        KeyExpression.Of(step.Key)?.SortKey is { NullsLast: true } ? new NullsLastComparer<TKey>(step.Descending)
        : step.Descending ? DescendingComparer<TKey>.Instance
        : Comparer<TKey>.Default;
}
