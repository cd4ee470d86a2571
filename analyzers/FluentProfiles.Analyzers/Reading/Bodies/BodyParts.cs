using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Whatever of the library a body touches, gathered in one walk.</summary>
internal sealed partial class BodyParts(LibraryContext library)
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

    /// <summary>A client's credentials that <c>??=</c> or a tuple sets.</summary>
    public List<IPropertyReferenceOperation> Credentials { get; } = [];

    /// <summary>Calls of a client that take options of their own.</summary>
    public List<IInvocationOperation> Single { get; } = [];

    /// <summary>Calls that write many profiles and are made on no query.</summary>
    public List<IInvocationOperation> BulkCalls { get; } = [];

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

    /// <summary>Calls and assignments that give a value to what states a range, but for the options of a client.</summary>
    public List<IOperation> Ranged { get; } = [];

    /// <summary>Where a client is created.</summary>
    public List<IObjectCreationOperation> Clients { get; } = [];

    public bool IsEmpty =>
        Calls.Count
            + Sources.Count
            + QueryUses.Count
            + Options.Count
            + BetaLists.Count
            + OptionsSettings.Count
            + Credentials.Count
            + Single.Count
            + BulkCalls.Count
            + Fields.Count
            + Setters.Count
            + WriteSettings.Count
            + WriteParts.Count
            + Comparisons.Count
            + Loops.Count
            + Gets.Count
            + Clients.Count
            + Ranged.Count
        == 0;
}
