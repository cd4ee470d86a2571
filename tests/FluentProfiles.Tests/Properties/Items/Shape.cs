using CsCheck;
using FluentProfiles.Tests.Properties.Cases;
using FluentProfiles.Tests.Properties.Steps;

namespace FluentProfiles.Tests.Properties.Items;

/// <summary>What a query selects, whatever its type.</summary>
internal abstract record Shape
{
    /// <summary>Random queries that come to items of this shape.</summary>
    /// <param name="before">The steps before the Select.</param>
    public abstract Gen<QueryCase> Cases(Gen<Step<UserProfile>[]> before);
}
