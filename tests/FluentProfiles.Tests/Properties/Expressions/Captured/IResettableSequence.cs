using System.Collections;

namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>A sequence that gives its items once.</summary>
internal interface IResettableSequence
{
    /// <summary>What it gives.</summary>
    IEnumerable Items { get; }

    /// <summary>True when its reading fails before its end.</summary>
    bool Fails { get; }

    /// <summary>Lets another run read it.</summary>
    void Reset();
}
