using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Tells whether a query names the profiles that it wants, so that each is looked up by its id: the planner's rule, seen
/// from the source.</summary>
internal sealed class PointLookUps
{
    private static readonly IdBounds[] Each = [IdBounds.Open, IdBounds.Ids, IdBounds.Empty];

    private readonly QueryLambda lambda;
    private readonly LibraryContext library;

    private PointLookUps(QueryLambda lambda, LibraryContext library) => (this.lambda, this.library) = (lambda, library);

    /// <summary>False where the query surely reads a listing.</summary>
    public static bool MayBeIn(QueryChain chain, LibraryContext library) =>
        ServiceFilters.BeforeWindow(chain).Any(step => MayBeIn(step, library));

    private static bool MayBeIn(QueryStep step, LibraryContext library) =>
        step is { HasUnseenPredicate: true, IsOpaqueFilter: false }
        || step is { Predicate: { } predicate, IsOpaqueFilter: false }
            && predicate.Conditions.Any(condition =>
                new PointLookUps(predicate, library).Of(condition, negated: false).HasFlag(IdBounds.Ids)
            );

    private IdBounds Of(IOperation condition, bool negated)
    {
        condition = Values.Unwrapped(condition);
        if (condition.ConstantValue is { HasValue: true, Value: bool known })
            return known == negated ? IdBounds.Empty : IdBounds.Open;
        return condition switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Of(not.Operand, !negated),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both =>
                negated
                    ? Either(Of(both.LeftOperand, negated), Of(both.RightOperand, negated))
                    : Both(Of(both.LeftOperand, negated), Of(both.RightOperand, negated)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either =>
                negated
                    ? Both(Of(either.LeftOperand, negated), Of(either.RightOperand, negated))
                    : Either(Of(either.LeftOperand, negated), Of(either.RightOperand, negated)),
            _ when !MentionsId(condition) => IsOpen(condition) ? IdBounds.Open : IdBounds.Open | IdBounds.Empty,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => OfEquality(equal, negated),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } unequal => OfEquality(unequal, !negated),
            IInvocationOperation call => OfCall(call, negated),
            _ => IdBounds.Any,
        };
    }

    private IdBounds OfEquality(IBinaryOperation equality, bool negated) =>
        IsId(equality.LeftOperand) ? OfValue(equality.RightOperand, negated)
        : IsId(equality.RightOperand) ? OfValue(equality.LeftOperand, negated)
        : IdBounds.Any;

    private IdBounds OfCall(IInvocationOperation call, bool negated)
    {
        var receiver = QueryStep.ReceiverOf(call);
        if (call.TargetMethod.ContainingType.SpecialType == SpecialType.System_String && IsPartialTest(call, receiver))
            return IdBounds.Open;
        if (call.TargetMethod.Name == "Equals")
            return IsEqualForEach(call) ? IdBounds.Open : IdBounds.Any;
        if (call.TargetMethod.Name != "Contains" || receiver is null)
            return IdBounds.Any;
        // A comparer of another kind is asked for each profile.
        return !lambda.IsClosed(receiver) || call.Arguments.Any(argument => IsOtherComparer(argument.Value))
            ? IdBounds.Open
            : IdBounds.Any;
    }

    /// <summary>True for a test of a part of a text, which no list of ids can stand for.</summary>
    private static bool IsPartialTest(IInvocationOperation call, IOperation? receiver) =>
        receiver is not null && call.TargetMethod.Name is "Contains" or "StartsWith" or "EndsWith";

    /// <summary>True for an equality that each profile has to be asked for: of two parts of it, or not by the exact
    /// text.</summary>
    private bool IsEqualForEach(IInvocationOperation call) =>
        call.Arguments.Any(argument =>
            argument.Parameter?.Type.Name == nameof(StringComparison)
            && argument.Value.ConstantValue is { HasValue: true, Value: not (int)StringComparison.Ordinal }
        )
        || call.Arguments.Select(argument => argument.Value)
            .Append(call.Instance)
            .Where(operand => operand is not null && operand.Type?.Name != nameof(StringComparison))
            .All(operand => !lambda.IsClosed(operand!));

    private static bool IsOtherComparer(IOperation argument) =>
        Values.Unwrapped(argument)
            is IPropertyReferenceOperation
            {
                Property: { IsStatic: true, ContainingType.Name: "StringComparer", Name: not "Ordinal" }
            };

    // What is compared with another part of the profile is compared for each.
    private IdBounds OfValue(IOperation value, bool negated) =>
        negated || !lambda.IsClosed(value) ? IdBounds.Open : IdBounds.Ids | IdBounds.Empty;

    /// <summary>True for a comparison of a field that only the client compares: profiles of any id may pass it.</summary>
    private bool IsOpen(IOperation condition) =>
        condition is IBinaryOperation { LeftOperand: var left, RightOperand: var right }
        && (IsOfClient(left) || IsOfClient(right));

    private bool IsOfClient(IOperation operand) =>
        Reach.FieldOf(operand, lambda, library) is { Filterable: false, IsSortableTime: false };

    private bool MentionsId(IOperation condition) =>
        lambda.Item is { IsUnknown: true } || OperationTree.Of(condition).Any(part => MayBeId(part));

    private bool MayBeId(IOperation part) =>
        part is IMemberReferenceOperation or IParameterReferenceOperation
        && lambda.PartOf(part) is { } found
        && (found.IsUnknown || found is { Path: [{ Name: "Id" }] });

    private bool IsId(IOperation operation) => Reach.IsProfileMember(operation, "Id", lambda, library);

    private static IdBounds Both(IdBounds left, IdBounds right) =>
        Combined(
            left,
            right,
            (one, other) =>
                one == IdBounds.Empty || other == IdBounds.Empty ? IdBounds.Empty
                : one == IdBounds.Ids || other == IdBounds.Ids ? IdBounds.Ids
                : IdBounds.Open
        );

    private static IdBounds Either(IdBounds left, IdBounds right) =>
        Combined(
            left,
            right,
            (one, other) =>
                one == IdBounds.Empty ? other
                : other == IdBounds.Empty ? one
                : one == IdBounds.Open || other == IdBounds.Open ? IdBounds.Open
                : IdBounds.Ids
        );

    private static IdBounds Combined(IdBounds left, IdBounds right, Func<IdBounds, IdBounds, IdBounds> combine) =>
        (
            from one in Each
            where left.HasFlag(one)
            from other in Each
            where right.HasFlag(other)
            select combine(one, other)
        ).Aggregate((IdBounds)0, (all, next) => all | next);
}
