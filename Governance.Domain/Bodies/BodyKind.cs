using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Bodies;

/// <summary>What sort of body it is, in the order the committee list shows siblings.</summary>
[JsonConverter(typeof(KebabCase<BodyKind>))]
public enum BodyKind
{
    /// <summary>The members' highest body.</summary>
    GeneralAssembly,

    /// <summary>Where the partners meet.</summary>
    PartnerMeeting,

    /// <summary>A board.</summary>
    Board,

    /// <summary>A group that steers.</summary>
    SteeringGroup,

    /// <summary>A council.</summary>
    Council,

    /// <summary>A forum.</summary>
    Forum,

    /// <summary>A panel, such as of users.</summary>
    Panel,

    /// <summary>A standing committee.</summary>
    Committee,

    /// <summary>Proposes who is to be elected.</summary>
    NominationCommittee,

    /// <summary>A group with a task.</summary>
    WorkingGroup,

    /// <summary>A group of one profession or field.</summary>
    ProfessionalGroup,

    /// <summary>Runs a project.</summary>
    ProjectGroup,

    /// <summary>Serves the others.</summary>
    Secretariat,

    /// <summary>A branch office.</summary>
    Department,

    /// <summary>None of these.</summary>
    Other,
}
