using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing.Gaps;

/// <summary>Notes what rows may lack, within the transaction that writes them.</summary>
/// <param name="scope">The locked row of the scope.</param>
/// <param name="stored">What this process stores.</param>
/// <param name="save">Called when the row of the scope has changed.</param>
internal sealed class GapWriting(MirrorScope scope, StoredMembers stored, Action save)
{
    private readonly RowGaps own = RowGaps.Of(stored);

    /// <summary>This process writes rows, or goes on with a full pass.</summary>
    public void NoteRows() => Set(ScopeGaps.Read(scope.Gaps).WrittenBy(own));

    /// <summary>This process begins a full pass.</summary>
    public void BeginPass() => Set(ScopeGaps.Read(scope.Gaps).BegunBy(own));

    /// <summary>The full pass is complete.</summary>
    public void CompletePass() => Set(ScopeGaps.Read(scope.Gaps).Completed());

    private void Set(ScopeGaps gaps)
    {
        var text = gaps.Write();
        if (text == scope.Gaps)
            return;
        scope.Gaps = text;
        save();
    }
}
