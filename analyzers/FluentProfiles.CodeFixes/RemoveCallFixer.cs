namespace FluentProfiles.CodeFixes;

/// <summary>Takes a call out of a chain, so that what it was made on stands in its place.</summary>
public abstract class RemoveCallFixer : TextFixer
{
    private protected RemoveCallFixer(string id, string title)
        : base([id], title) { }

    private protected sealed override IEnumerable<TextChange> ChangesFor(FixTarget target) =>
        target
            .Diagnostics.Select(diagnostic => CallRemoval.At(target, diagnostic.Location.SourceSpan))
            .OfType<TextChange>();
}
