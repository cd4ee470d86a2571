using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>A call of a client that concerns one profile.</summary>
/// <param name="call">The call.</param>
/// <param name="betas">Those that it names itself.</param>
/// <param name="revision">The revision that it reads or writes under, or null where that can't be told.</param>
internal sealed class SingleCall(IInvocationOperation call, BetaLevel betas, int? revision)
{
    public IInvocationOperation Call => call;

    public BetaLevel Betas => betas;

    public int? Revision => revision;

    /// <summary>True where the library itself carries the call out, not another class behind the interface.</summary>
    public bool IsOfClient(LibraryContext library) => library.IsClient(call.TargetMethod.ContainingType);

    /// <summary>Reads of fields of the profile that the call gives.</summary>
    public List<FieldRead> ResultFields { get; } = [];

    /// <summary>What is written: the new profile, or the changes.</summary>
    public IOperation? Written(LibraryContext library) =>
        call.Arguments.FirstOrDefault(argument => library.IsWritten(argument.Parameter?.Type))?.Value;

    public static SingleCall Of(IInvocationOperation call, OptionsReader options, LibraryContext library)
    {
        var own = options.OfCall(call) ?? new([], isComplete: false);
        var client = call.Instance is { } instance ? options.OfClient(instance) : null;
        int? revision =
            own is { IsKnown: true, IsConflicting: false, Shapes: [{ Known: { } shape }, ..] } ? shape.Shape
            : own is { IsKnown: true, IsConflicting: false }
                ? new QuerySource(SourceKind.Client, client).Revision(library.CurrentRevision)
            : null;
        return new(call, own, revision);
    }
}
