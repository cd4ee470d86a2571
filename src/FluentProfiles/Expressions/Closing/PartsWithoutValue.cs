using System.Linq.Expressions;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Expressions.Closing;

/// <summary>Finds the parts without the item that have no value in a plan, and says why.</summary>
internal sealed class PartsWithoutValue : DeepVisitor
{
    private readonly List<string> texts = [];
    private readonly bool redact;

    private PartsWithoutValue(bool redact) => this.redact = redact;

    public static IReadOnlyList<string> Of(LambdaExpression? lambda, bool redact)
    {
        var finder = new PartsWithoutValue(redact);
        finder.Visit(lambda);
        return [.. finder.texts.Distinct()];
    }

    protected override Expression VisitExtension(Expression node)
    {
        if (node is ClosedFailure failure)
            texts.Add(
                $"{CSharpText.Of(failure.Of(failure.Source), redact)} throws {failure.Exception.GetType().Name} for the first item that needs it"
            );
        if (node is UnreadPart { Sequence: var sequence })
            texts.Add(
                $"{CSharpText.Of(new UnreadPart(sequence, sequence), redact)} may be readable only once, so only a run reads it, and may then ask for less"
            );
        return base.VisitExtension(node);
    }
}
