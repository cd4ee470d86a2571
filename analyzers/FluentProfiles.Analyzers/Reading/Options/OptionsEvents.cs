using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Reads what a use of an options object does to its betas.</summary>
internal sealed class OptionsEvents(LibraryContext library, BetaReader betas)
{
    /// <param name="use">A reference to a local or parameter that holds the object.</param>
    /// <param name="block">The block that each statement which surely runs stands in.</param>
    /// <param name="history">What is known of the object so far.</param>
    public void Apply(IOperation use, IOperation? block, BetaHistory history)
    {
        if (ListOf(use) is { } list)
            ApplyToList(list, block, history);
        else if (!IsHarmless(use))
            history.Share();
        else if (use.Parent is IArgumentOperation)
            history.Use();
    }

    /// <summary>True for a use after which the betas may be others.</summary>
    public bool MayChange(IOperation use) => ListOf(use) is { } list ? !IsRead(list) : !IsHarmless(use);

    /// <summary>The beta that a call adds to a list, or those that are assigned to it; null for any other use.</summary>
    public IReadOnlyList<BetaMention>? MentionsOf(IPropertyReferenceOperation list) =>
        list.Parent switch
        {
            IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var only] } => betas.Read(only.Value),
            ISimpleAssignmentOperation assignment when assignment.Target == list => betas.ReadMany(assignment.Value),
            _ => null,
        };

    private void ApplyToList(IPropertyReferenceOperation list, IOperation? block, BetaHistory history)
    {
        var always = block is not null && list.Parent is { } change && Flow.StatementBlockOf(change) == block;
        switch (list.Parent)
        {
            case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var only] }:
                foreach (var mention in betas.Read(only.Value))
                    history.Add(mention, always);
                break;
            case IInvocationOperation { TargetMethod.Name: "Clear" }:
                history.Replace([], always);
                break;
            case ISimpleAssignmentOperation assignment when assignment.Target == list:
                history.Replace(betas.ReadMany(assignment.Value), always);
                break;
            case IInvocationOperation or IPropertyReferenceOperation when !IsRead(list):
                history.Lose();
                break;
            case not null when !IsRead(list):
                history.Share();
                break;
        }
    }

    private static IPropertyReferenceOperation? ListOf(IOperation use) =>
        use.Parent is IPropertyReferenceOperation { Property.Name: "Betas" } list && list.Instance == use ? list : null;

    private static bool IsRead(IPropertyReferenceOperation list) =>
        list.Parent
            is IPropertyReferenceOperation { Property.IsIndexer: false }
                or IInvocationOperation { TargetMethod.Name: "Contains" or "IndexOf" or "Any" or "Count" };

    private bool IsHarmless(IOperation use) =>
        use.Parent is IPropertyReferenceOperation
        || use.Parent is IArgumentOperation argument
            && argument.Parent switch
            {
                IObjectCreationOperation made => library.IsClient(made.Type),
                IInvocationOperation call => library.IsOfLibrary(call.TargetMethod),
                _ => false,
            };
}
