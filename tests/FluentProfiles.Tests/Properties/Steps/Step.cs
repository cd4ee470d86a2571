using FluentProfiles.Tests.Properties.Conditions;
using FluentProfiles.Tests.Properties.Oracle;

namespace FluentProfiles.Tests.Properties.Steps;

/// <summary>One operator or setting of a query: what the library is told, and what it means.</summary>
/// <param name="Text">The call as C#.</param>
internal abstract record Step<T>(string Text)
{
    /// <summary>What the condition of a <c>Where</c> speaks of.</summary>
    public virtual IEnumerable<Mention> Mentions => [];

    /// <summary>Whether it is a Take or Skip: from there on the service has no say.</summary>
    public virtual bool Cuts => false;

    public abstract ProfileQuery<T> Apply(ProfileQuery<T> query);

    public abstract void Apply(Rows<T> rows);

    public virtual IEnumerable<Step<T>> Smaller() => [];
}
