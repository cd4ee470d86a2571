using FluentProfiles.Json;
using FluentProfiles.Resume;

namespace FluentProfiles.Execution;

/// <summary>Gives the pages of a run one after the other, and says where another run would go on.</summary>
internal abstract class PageWalk : IAsyncDisposable
{
    /// <summary>The cursor of the page last given; null for the first.</summary>
    public abstract string? Current { get; }

    /// <summary>The cursor of what follows the page last given.</summary>
    public abstract string? Following { get; }

    /// <summary>Whether nothing follows the page last given.</summary>
    public abstract bool IsAtEnd { get; }

    /// <summary>Whether what follows is held already, and has no cursor of its own: another run goes on from the page last
    /// walked to, behind the last profile given.</summary>
    public virtual bool IsHolding => false;

    /// <summary>True when the page last given was held: it has all profiles of each instant.</summary>
    public virtual bool IsHeld => false;

    /// <summary>What a walk from both ends has done; null for a walk from one end.</summary>
    public virtual FarEnd? Far => null;

    /// <summary>The next page, or null at the end.</summary>
    public abstract ValueTask<Page?> NextAsync();

    /// <summary>Sees to it that some pages are asked for, the current one not counted, as far as the plan needs them.</summary>
    public abstract void Ahead(int pages);

    /// <summary>Ends what is under way, and waits for it: nothing goes on behind the caller's back.</summary>
    public abstract ValueTask DisposeAsync();
}
