using System.Collections.Immutable;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Whatever of the library a body touches, gathered in one walk.</summary>
internal sealed class BodyParts(LibraryContext library)
{
    public List<IInvocationOperation> Calls { get; } = [];

    /// <summary>Calls that give a query without being made on one.</summary>
    public List<IInvocationOperation> Sources { get; } = [];

    public List<ILocalReferenceOperation> QueryUses { get; } = [];

    /// <summary>References to locals and parameters that hold an options object.</summary>
    public List<IOperation> OptionsUses { get; } = [];

    public List<IObjectCreationOperation> Options { get; } = [];

    /// <summary>References to an options object's list of betas, but for those in its initializer.</summary>
    public List<IPropertyReferenceOperation> BetaLists { get; } = [];

    /// <summary>Values given to a property of an options object.</summary>
    public List<ISimpleAssignmentOperation> OptionsSettings { get; } = [];

    /// <summary>Calls that write one profile.</summary>
    public List<IInvocationOperation> Writes { get; } = [];

    /// <summary>Calls that say what a bulk write sets.</summary>
    public List<IInvocationOperation> Setters { get; } = [];

    /// <summary>Values given to a member of what is written, or of the options of a bulk write.</summary>
    public List<ISimpleAssignmentOperation> WriteSettings { get; } = [];

    /// <summary>Members of what is written whose own members or pairs an initializer sets.</summary>
    public List<IMemberInitializerOperation> WriteParts { get; } = [];

    public List<FieldRead> Fields { get; } = [];

    /// <summary>Comparisons with an extensible enum, and calls that give its text.</summary>
    public List<IOperation> Comparisons { get; } = [];

    /// <summary>Each <c>await foreach</c>.</summary>
    public List<IForEachLoopOperation> Loops { get; } = [];

    /// <summary>Calls that read one profile.</summary>
    public List<IInvocationOperation> Gets { get; } = [];

    /// <summary>Where a client is created.</summary>
    public List<IObjectCreationOperation> Clients { get; } = [];

    public bool IsEmpty =>
        Calls.Count
            + Sources.Count
            + QueryUses.Count
            + Options.Count
            + BetaLists.Count
            + OptionsSettings.Count
            + Fields.Count
            + Writes.Count
            + Setters.Count
            + WriteSettings.Count
            + WriteParts.Count
            + Comparisons.Count
            + Loops.Count
            + Gets.Count
            + Clients.Count
        == 0;

    public void Gather(ImmutableArray<IOperation> blocks)
    {
        foreach (var operation in OperationTree.Of(blocks))
            Note(operation);
    }

    // By its kind: to ask each operation of a body for one interface after the other costs more than all that follows.
    private void Note(IOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.LocalReference:
                Note((ILocalReferenceOperation)operation);
                break;
            case OperationKind.ParameterReference when library.IsOptions(operation.Type):
                OptionsUses.Add(operation);
                break;
            case OperationKind.SimpleAssignment:
                Note((ISimpleAssignmentOperation)operation);
                break;
            case OperationKind.Invocation:
                Note((IInvocationOperation)operation);
                break;
            case OperationKind.ObjectCreation when library.IsOptions(operation.Type):
                Options.Add((IObjectCreationOperation)operation);
                break;
            case OperationKind.Binary when IsComparison((IBinaryOperation)operation):
                Comparisons.Add(operation);
                break;
            case OperationKind.ObjectCreation when library.IsClient(operation.Type):
                Clients.Add((IObjectCreationOperation)operation);
                break;
            case OperationKind.Loop when operation is IForEachLoopOperation { IsAsynchronous: true } loop:
                Loops.Add(loop);
                break;
            case OperationKind.PropertyReference:
                Note((IPropertyReferenceOperation)operation);
                break;
        }
    }

    private void Note(ILocalReferenceOperation local)
    {
        if (local.IsDeclaration)
            return;
        if (library.IsQuery(local.Type))
            QueryUses.Add(local);
        else if (library.IsOptions(local.Type))
            OptionsUses.Add(local);
    }

    private void Note(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation target)
            return;
        var owner = target.Property.ContainingType;
        if (library.IsWritten(owner) || library.IsBulkOptions(owner))
            WriteSettings.Add(assignment);
        if (!library.IsOptions(owner))
            return;
        OptionsSettings.Add(assignment);
        if (target.Property.Name == "Betas")
            NoteList(target);
    }

    private void Note(IInvocationOperation call)
    {
        if (QueryStep.IsStep(call, library))
            Calls.Add(call);
        else if (library.IsQuery(call.Type))
            Sources.Add(call);
        else if (library.IsSetters(call.TargetMethod.ContainingType))
            Setters.Add(call);
        else if (call.TargetMethod.Name is "CreateAsync" or "UpdateAsync" && library.IsOfLibrary(call.TargetMethod))
            Writes.Add(call);
        else if (call.TargetMethod.Name == "GetAsync" && library.IsAnyClient(call.TargetMethod.ContainingType))
            Gets.Add(call);
        else if (IsComparison(call))
            Comparisons.Add(call);
    }

    private bool IsComparison(IBinaryOperation binary) =>
        binary.OperatorMethod is { } method && library.Values.Find(method.ContainingType) is not null;

    private bool IsComparison(IInvocationOperation call) =>
        call.TargetMethod.Name switch
        {
            "ToString" => library.Values.Find(call.Instance?.Type) is not null,
            "Equals" or "Contains" => call.TargetMethod.Parameters.Any(parameter =>
                library.Values.Find(parameter.Type) is not null
            ),
            _ => false,
        };

    private void Note(IPropertyReferenceOperation property)
    {
        if (
            property.Property.Name == "Betas"
            && property.Parent is not ISimpleAssignmentOperation
            && library.IsOptions(property.Property.ContainingType)
        )
            NoteList(property);
        else if (
            property.Parent is IMemberInitializerOperation part
            && library.IsWritten(property.Property.ContainingType)
        )
            WriteParts.Add(part);
        else if (library.Fields.Find(property.Property) is { } facts && !IsWritten(property))
            Fields.Add(new(property, facts));
    }

    private void NoteList(IPropertyReferenceOperation list)
    {
        if (list.Instance is not IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver })
            BetaLists.Add(list);
    }

    private static bool IsWritten(IPropertyReferenceOperation property) =>
        property.Parent is IMemberInitializerOperation
        || property.Parent is IAssignmentOperation assignment && assignment.Target == property
        || property.Parent is INameOfOperation;
}
