using FluentProfiles.Operators;
using FluentProfiles.Running.Stages;
using FluentProfiles.Writing.Bulk.Setters;
using FluentProfiles.Writing.Bulk.Writes;

namespace FluentProfiles.Writing.Bulk;

/// <summary>Creates the stages of a bulk write, of which the last makes a write of each profile.</summary>
/// <param name="setters">The setters of the write.</param>
internal sealed class WriteStageFactory(IReadOnlyList<Setter> setters) : StageFactory
{
    public override Stage VisitWrite(WriteOperator step) =>
        new SelectStage<UserProfile, PlannedWrite>(WriteMaker.Of(step, setters).Make, Next<PlannedWrite>());
}
