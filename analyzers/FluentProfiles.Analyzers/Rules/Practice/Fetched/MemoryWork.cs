using FluentProfiles.Analyzers.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FluentProfiles.Analyzers;

/// <summary>What is done in memory to a fetched list that the query could do.</summary>
internal sealed class MemoryWork
{
    private readonly Movable movable;
    private readonly List<MovedCall> operators = [];

    public MemoryWork(IOperation use, Movable movable)
    {
        this.movable = movable;
        Outermost = use;
        while (TakeNext()) { }
        if (Ending is null)
            Skip = LoopSkip.In(Outermost, movable);
    }

    /// <summary>The calls that give a sequence, in order.</summary>
    public IReadOnlyList<MovedCall> Operators => operators;

    /// <summary>The call that gives something else, or null.</summary>
    public MovedCall? Ending { get; private set; }

    /// <summary>The items that a loop over the list leaves out, or null.</summary>
    public LoopSkip? Skip { get; }

    /// <summary>The last expression that moves.</summary>
    public IOperation Outermost { get; private set; }

    public bool IsEmpty => operators.Count == 0 && Ending is null && Skip is null;

    private bool TakeNext()
    {
        if (
            Outermost.Parent is IPropertyReferenceOperation
            {
                Property.Name: "Count" or "Length",
                Arguments.IsEmpty: true
            } size
        )
        {
            Ending = new("Count", "", RemovalOf(size.Syntax), Places.OfMember(size.Syntax));
            Outermost = FetchedList.Outermost(size);
            return false;
        }
        if (
            Outermost.Parent is not IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation call }
            || call.TargetMethod.ContainingType is not { Name: "Enumerable", ContainingNamespace.Name: "Linq" }
        )
            return false;
        var others = call.Arguments.Where(argument => argument.Parameter?.Ordinal > 0).ToList();
        if (movable.IsOperator(call.TargetMethod.Name, others) && OperatorOf(call) is { } moved)
            operators.Add(moved);
        else if (movable.IsEnding(call.TargetMethod.Name, others) && call.Syntax is InvocationExpressionSyntax ending)
            Ending = new(
                call.TargetMethod.Name,
                ending.ArgumentList.Arguments.ToString(),
                RemovalOf(ending),
                Places.OfName(ending)
            );
        else
            return false;
        Outermost = FetchedList.Outermost(call);
        return Ending is null;
    }

    private static MovedCall? OperatorOf(IInvocationOperation call) =>
        call.Syntax switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } syntax => new(
                call.TargetMethod.Name,
                "." + member.Name + syntax.ArgumentList,
                RemovalOf(syntax),
                member.Name.GetLocation()
            ),
            WhereClauseSyntax { Parent: QueryBodySyntax { Parent: QueryExpressionSyntax query } } clause => new(
                "Where",
                $".Where({query.FromClause.Identifier} => {clause.Condition})",
                TextSpan.FromBounds(clause.GetFirstToken().GetPreviousToken().Span.End, clause.Span.End),
                clause.WhereKeyword.GetLocation()
            ),
            _ => null,
        };

    private static TextSpan RemovalOf(SyntaxNode syntax) =>
        syntax switch
        {
            InvocationExpressionSyntax call => TextSpan.FromBounds(RemovalOf(call.Expression).Start, call.Span.End),
            MemberAccessExpressionSyntax member => TextSpan.FromBounds(member.Expression.Span.End, member.Span.End),
            _ => new(syntax.Span.End, 0),
        };
}
