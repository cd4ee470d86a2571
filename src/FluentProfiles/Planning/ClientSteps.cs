using FluentProfiles.Operators;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Operators.Windows;

namespace FluentProfiles.Planning;

/// <summary>The steps that run on the client, in order, and what the planner needs to know of them together.</summary>
internal sealed class ClientSteps
{
    private const int MaxCountdowns = 100;

    /// <param name="operators">The steps.</param>
    /// <param name="windowsOfRun">How many of the Skips and Takes the run has added to those of the query.</param>
    public ClientSteps(IReadOnlyList<QueryOperator> operators, int windowsOfRun)
    {
        Operators = operators;
        var windows = 0;
        for (var i = 0; i < operators.Count; i++)
        {
            var step = operators[i];
            windows += step is WindowOperator ? 1 : 0;
            HaveTake |= step is WindowOperator { IsTake: true };
            HoldItems |= step.IsBlocking;
            ReadDetails |= step is DetailsOperator;
            EndScan |= step is IdScanOperator or TimeIntervalOperator { EndsScan: true };
        }
        (HaveWindow, FitIntoToken) = (windows > 0, windows - windowsOfRun <= MaxCountdowns);
    }

    public IReadOnlyList<QueryOperator> Operators { get; }

    public bool HaveTake { get; }

    public bool HaveWindow { get; }

    /// <summary>True when items wait in a step until the listing ends.</summary>
    public bool HoldItems { get; }

    public bool ReadDetails { get; }

    /// <summary>True when a step can prove that no later profile of a listing matches.</summary>
    public bool EndScan { get; }

    /// <summary>True when a token has room for what each Skip and Take of the query has left.</summary>
    public bool FitIntoToken { get; }
}
