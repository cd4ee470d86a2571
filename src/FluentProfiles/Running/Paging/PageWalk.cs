using FluentProfiles.Json.Pages;
using FluentProfiles.Resume;

namespace FluentProfiles.Running.Paging;

/// <summary>Returns the pages of a run one after the other, and the position from which another run resumes.</summary>
internal abstract class PageWalk : IAsyncDisposable
{
    /// <summary>The cursor of the latest page returned; null for the first page.</summary>
    public abstract string? Current { get; }

    /// <summary>The cursor of the page after it.</summary>
    public abstract string? Following { get; }

    /// <summary>True when it was the last page.</summary>
    public abstract bool IsAtEnd { get; }

    /// <summary>True when the following profiles are held and have no cursor of their own. Another run then resumes from
    /// the page read last, after the last profile returned.</summary>
    public virtual bool IsHolding => false;

    /// <summary>True when the latest page was held. It then has all profiles of each instant.</summary>
    public virtual bool IsHeld => false;

    /// <summary>The state of a walk from both ends; null for a walk from one end.</summary>
    public virtual FarEnd? Far => null;

    /// <summary>The next page, or null at the end.</summary>
    public abstract ValueTask<Page?> NextAsync();

    /// <summary>Requests up to so many pages after the current one, if the plan needs them.</summary>
    public abstract void Prefetch(int pages);

    /// <summary>Cancels the requests under way and waits until they have ended.</summary>
    public abstract ValueTask DisposeAsync();
}
