using System.Collections.Immutable;

namespace FluentProfiles.Analyzers.Reading;

// The walk.
internal sealed partial class BodyParts
{
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
        if (!library.IsClientOptions(owner) && library.Ranges.Find(target.Property) is not null)
            Ranged.Add(assignment);
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
        if (library.Ranges.IsIn(call.TargetMethod))
            Ranged.Add(call);
        if (QueryStep.IsStep(call, library))
            Calls.Add(call);
        else if (library.IsQuery(call.Type))
            Sources.Add(call);
        else if (library.IsSetters(call.TargetMethod.ContainingType))
            Setters.Add(call);
        else if (library.IsAnyClient(call.TargetMethod.ContainingType))
            NoteSingle(call);
        else if (
            call.TargetMethod.Name is "CreateManyAsync" or "SyncAsync" or "ApplyAsync"
            && library.IsOfLibrary(call.TargetMethod)
        )
            BulkCalls.Add(call);
        else if (IsComparison(call))
            Comparisons.Add(call);
    }

    private void NoteSingle(IInvocationOperation call)
    {
        if (call.TargetMethod.Name == "GetAsync")
            Gets.Add(call);
        if (call.TargetMethod.Parameters.Any(parameter => library.IsOptions(parameter.Type)))
            Single.Add(call);
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
        if (property.Parent is ICoalesceAssignmentOperation or ITupleOperation && IsCredential(property.Property))
            Credentials.Add(property);
        else if (
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

    private bool IsCredential(IPropertySymbol property) =>
        property.Name is "ApiKey" or "AuthToken" or "TokenProvider" && library.IsOptions(property.ContainingType);

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
